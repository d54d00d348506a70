package org.dateline.model;

import java.util.List;

/** The value of a claim, exactly as precise as its words. */
public sealed interface Value {

    /** The interval of numbers that the value allows. */
    Interval interval();

    /** The numbers that must occur in the words of the quote; none for a vague value. */
    List<Double> numbers();

    /** The name in files: {@code at-least}, {@code between}, {@code words}. */
    String wording();

    /** @param number in the measure's unit, 0 or more */
    record Figure(Wording worded, double number) implements Value {
        @Override
        public Interval interval() {
            return worded.around(number);
        }

        @Override
        public List<Double> numbers() {
            return List.of(number);
        }

        @Override
        public String wording() {
            return worded.id();
        }
    }

    /** @param to greater than {@code from} */
    record Range(double from, double to) implements Value {
        @Override
        public Interval interval() {
            return Interval.between(from, to);
        }

        @Override
        public List<Double> numbers() {
            return List.of(from, to);
        }

        @Override
        public String wording() {
            return "between";
        }
    }

    /** "Hundreds", "dozens", "several". */
    record Vague(Vagueness word) implements Value {
        @Override
        public Interval interval() {
            return word.interval();
        }

        @Override
        public List<Double> numbers() {
            return List.of();
        }

        @Override
        public String wording() {
            return "words";
        }
    }
}

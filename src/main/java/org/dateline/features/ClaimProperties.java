package org.dateline.features;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.dateline.model.Catalog;
import org.dateline.model.Claim;
import org.dateline.model.Comparison;
import org.dateline.model.Comparison.Attributed;
import org.dateline.model.Excerpt;
import org.dateline.model.Interval;
import org.dateline.model.Measure;
import org.dateline.model.Relation;
import org.dateline.model.Report;
import org.dateline.model.Value;
import org.jspecify.annotations.Nullable;

/** Defines the properties of a claim and how each is read, for the collection of claims and all files of claims. */
public final class ClaimProperties {

    /** Digits beyond these are noise from floating-point arithmetic. */
    private static final MathContext DIGITS = new MathContext(12);

    private record Source(Comparison comparison, Attributed attributed) {

        Claim claim() {
            return attributed.claim();
        }

        Excerpt excerpt() {
            return attributed.excerpt();
        }

        Report report() {
            return attributed.report();
        }

        Measure measure() {
            return comparison.measure();
        }

        Interval interval() {
            return claim().value().interval();
        }

        List<String> others(Relation relation) {
            return comparison.others(claim(), relation).stream()
                    .map(other -> other.claim().id())
                    .toList();
        }
    }

    private final PropertyReader<Source> reader;

    public ClaimProperties(Catalog catalog) {
        this(new CatalogNames(catalog));
    }

    ClaimProperties(CatalogNames names) {
        reader = new PropertyReader<Source>()
                .with(KnownProperty.ID, source -> source.claim().id())
                .with(KnownProperty.MEASURE, source -> source.measure().id())
                .with(
                        KnownProperty.MEASURE_LABEL,
                        source -> names.text(source.measure().label()))
                .with(KnownProperty.UNIT, source -> names.text(source.measure().unit()))
                .with(KnownProperty.SUBJECT, source -> source.claim().subject())
                .with(
                        KnownProperty.SUBJECT_NAME,
                        source -> names.feature(source.claim().subject()))
                .with(
                        KnownProperty.VALUE,
                        source ->
                                source.claim().value() instanceof Value.Figure figure ? number(figure.number()) : null)
                .with(KnownProperty.WORDING, source -> source.claim().value().wording())
                .with(KnownProperty.LOW, source -> bound(source.interval().low()))
                .with(KnownProperty.LOW_INCLUDED, source -> source.interval().lowIncluded())
                .with(KnownProperty.HIGH, source -> bound(source.interval().high()))
                .with(KnownProperty.HIGH_INCLUDED, source -> source.interval().highIncluded())
                .with(KnownProperty.WORDS, source -> source.claim().words())
                .with(KnownProperty.WHO, source -> source.claim().who())
                .with(KnownProperty.GROUP, source -> source.claim().group())
                .with(KnownProperty.PARTY, source -> source.claim().party())
                .with(
                        KnownProperty.PARTY_NAME,
                        source -> names.party(source.claim().party()))
                .with(KnownProperty.AS_OF, source -> source.claim().asOf())
                .with(KnownProperty.AS_OF_WORDS, source -> source.claim().asOfWords())
                .with(KnownProperty.TIME, source -> source.attributed.time().date())
                .with(KnownProperty.CHECKED, source -> checked(source.claim()))
                .with(
                        KnownProperty.VOUCHED,
                        source ->
                                source.claim().check() instanceof Claim.Check.Vouched(var why) ? names.text(why) : null)
                .with(KnownProperty.PART_OF, source -> source.claim().partOf())
                .with(
                        KnownProperty.CONTESTED,
                        source -> !source.others(Relation.CONTRADICTS).isEmpty())
                .with(KnownProperty.AGAINST, source -> source.others(Relation.CONTRADICTS))
                .with(KnownProperty.REVISED, source -> source.others(Relation.REVISED))
                .with(KnownProperty.LATER, source -> source.others(Relation.LATER))
                .with(KnownProperty.EARLIER, source -> source.others(Relation.EARLIER))
                .with(KnownProperty.NOT_DATED, source -> source.others(Relation.NOT_DATED))
                .with(KnownProperty.EXCERPT, source -> source.excerpt().id())
                .with(KnownProperty.QUOTE, source -> source.excerpt().quote())
                .with(KnownProperty.TEXT_OFFSET, source -> source.excerpt().offset())
                .with(KnownProperty.NOT_VERIFIED, source -> source.excerpt().notVerified())
                .with(KnownProperty.NOT_CONFIRMED, source -> source.excerpt().notConfirmed())
                .with(KnownProperty.REPORT, source -> source.report().id())
                .with(
                        KnownProperty.REPORT_LABEL,
                        source -> names.text(source.report().label()))
                .with(KnownProperty.REPORT_DATE, source -> source.report().date())
                .with(KnownProperty.REPORT_SHA256, source -> source.report().sha256())
                .with(
                        KnownProperty.PAGE,
                        source -> "claims/" + source.measure().id() + "/#"
                                + source.claim().subject())
                .with(
                        KnownProperty.EXCERPT_PAGE,
                        source -> "reports/" + source.report().id() + "/#"
                                + source.excerpt().id());
    }

    /** The names of the properties, in their order. */
    public List<String> keys() {
        return reader.keys();
    }

    /**
     * The values by the names of their properties: a String, BigDecimal, Integer, Boolean, PartialDate or a list of
     * Strings; null where a document does not state it.
     */
    public Map<String, @Nullable Object> of(Comparison comparison, Attributed attributed) {
        return reader.read(new Source(comparison, attributed));
    }

    private static @Nullable BigDecimal bound(double bound) {
        return Double.isFinite(bound) ? number(bound) : null;
    }

    private static String checked(Claim claim) {
        return switch (claim.check()) {
            case Claim.Check.Read() -> "all";
            case Claim.Check.NumberOnly() -> "number";
            case Claim.Check.Vouched _ -> "nothing";
        };
    }

    /** A number as a claim states it, without the noise of floating-point arithmetic and without an exponent. */
    public static BigDecimal number(double number) {
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        // A negative scale would be written as an exponent: 4E+2.
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}

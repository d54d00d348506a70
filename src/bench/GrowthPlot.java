import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Plots how the response time grows with the size of a collection: java GrowthPlot.java TABLE PLOT WHAT
 *
 * <p>TABLE is the CSV file written by scale.sh, PLOT the SVG file to write. Rows whose first column is WHAT are
 * plotted: one series for each value of {@code store}, with {@code records} on the x axis and {@code p50_ms} on the y
 * axis.
 */
final class GrowthPlot {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final int LEFT = 76;
    private static final int RIGHT = 150;
    private static final int TOP = 84;
    private static final int BOTTOM = 64;
    private static final List<String> COLOURS = List.of("#B3391F", "#1F5F8B", "#5A6B2F");

    private record Point(double records, double millis) {}

    private GrowthPlot() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, List<Point>> series = read(Path.of(arguments[0]), arguments[2]);
        if (series.isEmpty()) {
            throw new IllegalArgumentException("got no rows \"" + arguments[2] + "\" in " + arguments[0] + ", expected at least one");
        }
        Files.writeString(Path.of(arguments[1]), draw(series));
    }

    private static Map<String, List<Point>> read(Path table, String what) throws IOException {
        List<String> lines = Files.readAllLines(table);
        List<String> names = List.of(lines.getFirst().split(","));
        Map<String, List<Point>> series = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            if (fields[0].equals(what)) {
                series.computeIfAbsent(fields[names.indexOf("store")], _ -> new ArrayList<>())
                        .add(new Point(
                                Double.parseDouble(fields[names.indexOf("records")]),
                                Double.parseDouble(fields[names.indexOf("p50_ms")])));
            }
        }
        return series;
    }

    private static String draw(Map<String, List<Point>> series) {
        double most = series.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Point::millis)
                .max()
                .orElseThrow();
        double step = step(most * 1.15);
        double top = Math.ceil(most * 1.15 / step) * step;
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"system-ui, sans-serif\" font-size=\"13\" fill=\"#2b2b2b\" role=\"img\">",
                WIDTH, HEIGHT, WIDTH, HEIGHT);
        add(svg, "<title>Time of a small bbox query by the size of its collection</title>");
        add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#fdfcf9\"/>", WIDTH, HEIGHT);
        add(svg, "<text x=\"24\" y=\"32\" font-size=\"18\" font-weight=\"600\">What a small query costs as its collection grows</text>");
        add(
                svg,
                "<text x=\"24\" y=\"54\" fill=\"#666\">Median time of the small bbox query, one connection,"
                        + " milliseconds</text>");
        for (double value = 0; value < top + step / 2; value += step) {
            double y = up(value, top);
            add(svg, "<path d=\"M%d %.1fH%d\" stroke=\"#e2ded4\"/>", LEFT, y, WIDTH - RIGHT);
            add(svg, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#666\">%s</text>", LEFT - 10, y + 4.5, plain(value));
        }
        for (int power = 3; power <= 7; power++) {
            double x = across(Math.pow(10, power));
            add(svg, "<path d=\"M%.1f %dv6\" stroke=\"#999\"/>", x, HEIGHT - BOTTOM);
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#666\">%s</text>",
                    x, HEIGHT - BOTTOM + 22, power < 6 ? String.format("%,d", (int) Math.pow(10, power)).replace(',', ' ') : (int) Math.pow(10, power - 6) + " million");
        }
        add(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#666\">records in the collection (logarithmic)</text>",
                (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 16);
        int index = 0;
        List<Double> named = new ArrayList<>();
        for (Map.Entry<String, List<Point>> one : series.entrySet()) {
            line(svg, one.getKey(), one.getValue(), COLOURS.get(index++ % COLOURS.size()), top, named);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void line(
            StringBuilder svg, String name, List<Point> points, String colour, double top, List<Double> named) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(String.format(
                    Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", across(point.records), up(point.millis, top)));
        }
        add(svg, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\" stroke-linejoin=\"round\"/>", path, colour);
        for (Point point : points) {
            double x = across(point.records);
            double y = up(point.millis, top);
            add(svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\" fill=\"%s\" stroke=\"#fdfcf9\" stroke-width=\"1.5\"/>", x, y, colour);
            // The halo keeps a number legible if a line of the other series runs behind it.
            add(
                    svg,
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"%s\" stroke=\"#fdfcf9\" stroke-width=\"4\""
                            + " paint-order=\"stroke\">%s</text>",
                    x, y - 11, colour, String.format(Locale.ROOT, "%.2f", point.millis));
        }
        Point last = points.getLast();
        double y = up(last.millis, top) + 4.5;
        // Names that would overlap are placed one below the other.
        while (closeTo(y, named)) {
            y += 18;
        }
        named.add(y);
        add(
                svg,
                "<text x=\"%.1f\" y=\"%.1f\" font-weight=\"600\" fill=\"%s\">%s</text>",
                across(last.records) + 22, y, colour, name);
    }

    private static boolean closeTo(double y, List<Double> named) {
        return named.stream().anyMatch(other -> Math.abs(other - y) < 18);
    }

    /** A round distance between grid lines, giving four to eight of them. */
    private static double step(double top) {
        double power = Math.pow(10, Math.floor(Math.log10(top / 4)));
        double times = top / 4 / power;
        return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
    }

    private static double across(double records) {
        return LEFT + 20 + (Math.log10(records) - 3) / 4 * (WIDTH - LEFT - RIGHT - 40);
    }

    private static double up(double millis, double top) {
        return HEIGHT - BOTTOM - millis / top * (HEIGHT - TOP - BOTTOM);
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(Math.round(value * 1000), 3).stripTrailingZeros().toPlainString();
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}

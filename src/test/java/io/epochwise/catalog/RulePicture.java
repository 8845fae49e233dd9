package io.epochwise.catalog;

import io.epochwise.token.image.RuleParameters;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An image after a rule has resized it, and the tiles or patches that it is cut into. Worked out a second time, with the steps that the
 * rule's source describes, because a rule tells only tokens; a test holds that both count the same.
 *
 * @param width of the image after resizing, in pixels
 * @param height of the image after resizing, in pixels
 * @param cell side of a tile or patch in pixels
 * @param columns of tiles or patches
 * @param rows of tiles or patches
 * @param tokens that follow from them
 */
record RulePicture(long width, long height, double cell, long columns, long rows, long tokens) {
    private static final double LONGEST = 240;

    private interface Drawing {
        RulePicture of(long width, long height, RuleParameters parameters);
    }

    private static final Map<String, Drawing> DRAWINGS = new TreeMap<>(Map.of(
            "openai-tile-512", RulePicture::openAiTiles,
            "openai-patch-32", RulePicture::openAiPatches,
            "claude-patch-28", RulePicture::claudePatches,
            "gemini-crop-tiles", RulePicture::geminiCrops,
            "gemini-tiles-768", RulePicture::geminiTiles,
            "qwen-vl", RulePicture::qwen,
            "mistral-rows", RulePicture::mistral,
            "fixed-square", RulePicture::fixedSquare,
            "idefics3", RulePicture::idefics,
            "internvl", RulePicture::internVl));

    /** The rules that there are pictures of. */
    static Set<String> rules() {
        return DRAWINGS.keySet();
    }

    /** What a rule makes of an image without a detail. */
    static RulePicture of(String rule, long width, long height, Map<String, Object> parameters) {
        return DRAWINGS.get(rule).of(width, height, new RuleParameters(parameters));
    }

    private static RulePicture openAiTiles(long width, long height, RuleParameters of) {
        long w = width;
        long h = height;
        long longer = Math.max(w, h);
        if (longer > of.integer("maxSide")) {
            w = Math.max(1, w * of.integer("maxSide") / longer);
            h = Math.max(1, h * of.integer("maxSide") / longer);
        }
        long shorter = Math.min(w, h);
        if (shorter > of.integer("shortSide")) {
            w = w * of.integer("shortSide") / shorter;
            h = h * of.integer("shortSide") / shorter;
        }
        long tiles = up(w, of.integer("tile")) * up(h, of.integer("tile"));
        return covered(w, h, of.integer("tile"), of.integer("base") + of.integer("perTile") * tiles);
    }

    private static RulePicture openAiPatches(long width, long height, RuleParameters of) {
        RuleParameters scaling = of.group(of.text("auto")).orElseThrow();
        long patch = of.integer("patch");
        long w = width;
        long h = height;
        if (scaling.has("maxDim") && Math.max(w, h) > scaling.integer("maxDim")) {
            double scale = (double) scaling.integer("maxDim") / Math.max(w, h);
            w = Math.round(width * scale);
            h = Math.round(height * scale);
        }
        if (scaling.has("budget") && up(w, patch) * up(h, patch) > scaling.integer("budget")) {
            long columns = root(scaling.integer("budget") * w / h);
            long rows = root(scaling.integer("budget") * h / w);
            boolean byColumns = columns * h <= rows * w;
            long side = patch * (byColumns ? columns : rows);
            long scaledWidth = byColumns ? side : side * w / h;
            h = byColumns ? side * h / w : side;
            w = scaledWidth;
        }
        BigDecimal tokens = of.decimal("multiplier").multiply(BigDecimal.valueOf(up(w, patch) * up(h, patch)));
        return covered(w, h, patch, tokens.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    private static RulePicture claudePatches(long width, long height, RuleParameters of) {
        long patch = of.integer("patch");
        long mostPerSide = of.integer("maxEdge") / patch;
        double aspect = (double) Math.max(width, height) / Math.min(width, height);
        long longer = Math.max(width, height);
        long shorter = Math.min(width, height);
        while (up(longer, patch) > mostPerSide || up(longer, patch) * up(shorter, patch) > of.integer("maxTokens")) {
            longer--;
            shorter = Math.max(1, (long) Math.rint(longer / aspect));
        }
        long patches = up(longer, patch) * up(shorter, patch);
        return width < height ? covered(shorter, longer, patch, patches) : covered(longer, shorter, patch, patches);
    }

    private static RulePicture geminiCrops(long width, long height, RuleParameters of) {
        if (Math.max(width, height) <= of.integer("smallSide")) {
            return new RulePicture(width, height, Math.max(width, height), 1, 1, of.integer("tokensPerTile"));
        }
        long thirds =
                Math.min(Math.max(2 * Math.min(width, height), 3L * of.integer("minUnit")), 3L * of.integer("maxUnit"));
        long columns = up(3 * width, thirds);
        long rows = up(3 * height, thirds);
        return new RulePicture(
                width, height, thirds / 3.0, columns, rows, of.integer("tokensPerTile") * columns * rows);
    }

    private static RulePicture geminiTiles(long width, long height, RuleParameters of) {
        if (Math.max(width, height) <= of.integer("smallSide")) {
            return new RulePicture(width, height, Math.max(width, height), 1, 1, of.integer("tokensPerTile"));
        }
        long tiles = up(width, of.integer("tile")) * up(height, of.integer("tile"));
        return covered(width, height, of.integer("tile"), of.integer("tokensPerTile") * tiles);
    }

    private static RulePicture qwen(long width, long height, RuleParameters of) {
        double unit = of.integer("unit");
        double rows = Math.rint(height / unit);
        double columns = Math.rint(width / unit);
        double pixels = (double) width * height;
        if (rows * columns * unit * unit > of.integer("maxPixels")) {
            double shrink = Math.sqrt(pixels / of.integer("maxPixels"));
            rows = Math.max(1, Math.floor(height / shrink / unit));
            columns = Math.max(1, Math.floor(width / shrink / unit));
        } else if (rows * columns * unit * unit < of.integer("minPixels")) {
            double enlarge = Math.sqrt(of.integer("minPixels") / pixels);
            rows = Math.ceil(height * enlarge / unit);
            columns = Math.ceil(width * enlarge / unit);
        }
        return covered((long) (columns * unit), (long) (rows * unit), of.integer("unit"), (long) rows * (long) columns);
    }

    private static RulePicture mistral(long width, long height, RuleParameters of) {
        double ratio = Math.max((double) width / of.integer("maxEdge"), (double) height / of.integer("maxEdge"));
        long w = width;
        long h = height;
        if (ratio > 1) {
            boolean floor = of.text("rounding").equals("floor");
            w = (long) (floor ? Math.floor(width / ratio) : Math.max(1, Math.rint(width / ratio)));
            h = (long) (floor ? Math.floor(height / ratio) : Math.max(1, Math.rint(height / ratio)));
        }
        long square = (long) of.integer("patch") * of.integer("merge");
        return covered(w, h, square, (up(w, square) + 1) * up(h, square));
    }

    private static RulePicture fixedSquare(long width, long height, RuleParameters of) {
        long side = of.integer("side");
        long patches = side / of.integer("patch");
        long extra = of.has("extraTokens") ? of.integer("extraTokens") : 0;
        return covered(side, side, of.integer("patch"), patches * patches + extra);
    }

    private static RulePicture idefics(long width, long height, RuleParameters of) {
        double aspect = (double) width / height;
        long edge = of.integer("longestEdge");
        long other = (long) (aspect >= 1 ? edge / aspect : edge * aspect);
        other = Math.max(1, other + other % 2);
        long w = aspect >= 1 ? edge : other;
        long h = aspect >= 1 ? other : edge;
        long columns = up(w, of.integer("tile"));
        long rows = up(h, of.integer("tile"));
        long perTile = of.integer("tokensPerTile");
        long tiles = columns * rows == 1 ? 0 : rows * ((perTile + 2) * columns + 1);
        return covered(w, h, of.integer("tile"), perTile + 3 + tiles);
    }

    private static RulePicture internVl(long width, long height, RuleParameters of) {
        long tile = of.integer("tile");
        double ratio = (double) width / height;
        double least = Double.POSITIVE_INFINITY;
        long columns = 0;
        long rows = 0;
        for (long tiles = 1; tiles <= of.integer("maxTiles"); tiles++) {
            for (long c = 1; c <= tiles; c++) {
                if (tiles % c != 0) {
                    continue;
                }
                double difference = Math.abs(ratio - (double) c / ((double) tiles / c));
                if (difference < least || difference == least && 2 * width * height > tile * tile * tiles) {
                    least = difference;
                    columns = c;
                    rows = tiles / c;
                }
            }
        }
        long thumbnail = columns * rows > 1 ? 1 : 0;
        return covered(
                columns * tile, rows * tile, tile, (columns * rows + thumbnail) * of.integer("tokensPerTile") + 2);
    }

    private static RulePicture covered(long width, long height, long cell, long tokens) {
        return new RulePicture(width, height, cell, up(width, cell), up(height, cell), tokens);
    }

    private static long up(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    private static long root(long value) {
        return BigInteger.valueOf(value).sqrt().longValueExact();
    }

    /** What the picture shows. */
    String words() {
        return columns == 1 && rows == 1
                ? width + " x " + height + ", one piece"
                : width + " x " + height + ", " + columns + " columns and " + rows + " rows";
    }

    /** The picture: the image as an area, what it is cut into as lines. */
    String svg() {
        double coveredWidth = Math.max(width, columns * cell);
        double coveredHeight = Math.max(height, rows * cell);
        double scale = LONGEST / Math.max(coveredWidth, coveredHeight);
        StringBuilder lines = new StringBuilder();
        for (long column = 0; column <= columns; column++) {
            lines.append("M%s 0V%s".formatted(number(column * cell * scale), number(rows * cell * scale)));
        }
        for (long row = 0; row <= rows; row++) {
            lines.append("M0 %sH%s".formatted(number(row * cell * scale), number(columns * cell * scale)));
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 %s %s" width="%s" height="%s" role="img" aria-label="%s">
                <rect width="%s" height="%s" fill="#bcd9f2"/>
                <path d="%s" fill="none" stroke="#1f5f99" stroke-width="%s"/>
                </svg>
                """.formatted(
                        number(coveredWidth * scale + 2),
                        number(coveredHeight * scale + 2),
                        number(coveredWidth * scale + 2),
                        number(coveredHeight * scale + 2),
                        words(),
                        number(width * scale),
                        number(height * scale),
                        lines,
                        cell * scale < 12 ? "0.5" : "1.5");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

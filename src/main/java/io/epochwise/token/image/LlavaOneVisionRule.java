package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * LLaVA-OneVision: the whole image on one tile, and the image on the best of the canvases of up to 6 x 6 tiles, its
 * features scaled down if they are many.
 *
 * <ol>
 *   <li>The best canvas is found, and features that hold only padding are cut off, as in {@link LlavaNextRule}; canvases
 *       are tried by rows, then by columns. Each tile has {@code grid} x {@code grid} features.
 *   <li>r = sqrt(rows x columns / ({@code maxTiles} x {@code grid}^2)). If r is above 1.1, rows and columns are divided
 *       by r with Python's {@code //}, which rounds the exact quotient down: where r is just above 5/3, 135 divided by r
 *       is 80 and not 81.
 *   <li>Tokens = {@code baseTokens} + rows x columns + rows: the base image, the features, a newline for each row.
 *   <li>In a message of several images each counts {@code baseTokens} + 1 instead, whatever its size.
 * </ol>
 *
 * <p>No image is rejected. Low, expected and high are one figure.
 *
 * <p>Parameters: {@code tile} (384, in pixels, to 10,000); {@code grid} (27, features along a tile's side, to 128);
 * {@code baseTokens} (729); {@code maxTiles} (9, to 10,000); {@code imagesInMessage} (optional, 1: how many images the
 * message holds).
 *
 * <p>Source: transformers 5.18.0 ({@code LlavaOnevisionProcessor}, with {@code anyres_max_9}).
 */
final class LlavaOneVisionRule extends SizeOnlyRule {
    static final String ID = "llava-onevision";

    private static final List<Grid> CANVASES = IntStream.rangeClosed(1, 6)
            .boxed()
            .flatMap(rows -> IntStream.rangeClosed(1, 6).mapToObj(columns -> new Grid(rows, columns)))
            .toList();

    private final AnyResolution anyResolution;
    private final long grid;
    private final long baseTokens;
    private final long maxTiles;
    private final boolean isOneOfSeveral;
    private final TokenRange bounds;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    LlavaOneVisionRule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("tile", "grid", "baseTokens", "maxTiles", "imagesInMessage"));
        grid = parameters.integer("grid", 1, 128);
        anyResolution = new AnyResolution(CANVASES, parameters.integer("tile", 1, 10_000), grid, true);
        baseTokens = parameters.tokens("baseTokens");
        maxTiles = parameters.integer("maxTiles", 1, 10_000);
        isOneOfSeveral = parameters.has("imagesInMessage") && parameters.integer("imagesInMessage", 1, 1_000_000) > 1;
        bounds = isOneOfSeveral ? TokenRange.exactly(baseTokens + 1) : anyResolution.bounds(this::tokens);
    }

    @Override
    ImageTokens tokens(PixelSize image) {
        return new ImageTokens.Counted(
                isOneOfSeveral ? bounds : TokenRange.exactly(tokens(anyResolution.features(image))));
    }

    private long tokens(Grid features) {
        double ratio = Math.sqrt((double) features.cells() / (maxTiles * grid * grid));
        Grid kept = ratio > 1.1
                ? new Grid(floorQuotient(features.rows(), ratio), floorQuotient(features.columns(), ratio))
                : features;
        return baseTokens + kept.cellsAndRowEnds();
    }

    /**
     * The exact quotient of two numbers of zero or more and above zero, rounded down, as Python's {@code //} gives it.
     * {@code Math.floor(dividend / divisor)} may be one more, since the quotient is rounded before.
     */
    static long floorQuotient(double dividend, double divisor) {
        double multiple = (dividend - dividend % divisor) / divisor;
        double floor = Math.floor(multiple);
        return (long) (multiple - floor > 0.5 ? floor + 1 : floor);
    }

    @Override
    TokenRange bounds() {
        return bounds;
    }
}

package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import java.util.List;
import java.util.Set;

/**
 * Llama 3.2 Vision (11B and 90B), whose cost differs from its length: an image is one token of the sequence, while the
 * tokens of its tiles run through the vision encoder and the cross-attention layers.
 *
 * <ol>
 *   <li>Canvases are all of rows x columns tiles, at most {@code maxTiles}. The scale of each is the smaller of canvas
 *       height / height and canvas width / width.
 *   <li>The smallest scale of at least 1 is selected; if there is none, the largest. Of the canvases of that scale the one
 *       of the fewest tiles is taken.
 *   <li>Vision tokens = tiles x {@code tokensPerTile}; with 1601 = (560 / 14)^2 patches and a class token.
 * </ol>
 *
 * <p>By the basis {@code compute} low and expected are these vision tokens, and high is that of {@code maxTiles} tiles,
 * since the Hugging Face implementation pads every image to so many. By the basis {@code sequence} an image counts
 * exactly 1. No image is rejected.
 *
 * <p>Parameters, all required: {@code tile} (560, in pixels, to 10,000); {@code maxTiles} (4, to 100);
 * {@code tokensPerTile} (1601); {@code basis}, {@code compute} or {@code sequence}.
 *
 * <p>Source: transformers 5.18.0 ({@code MllamaImageProcessor} for the tiles, {@code modeling_mllama.py} for the padding).
 */
final class Llama32VisionRule extends SizeOnlyRule {
    static final String ID = "llama-3.2-vision";

    private final FittingCanvas canvas;
    private final long maxTiles;
    private final long tokensPerTile;
    private final boolean countsCompute;

    /** @throws IllegalArgumentException if a parameter is absent, unknown or out of range */
    Llama32VisionRule(RuleParameters parameters) {
        super(ID);
        parameters.only(Set.of("tile", "maxTiles", "tokensPerTile", "basis"));
        maxTiles = parameters.integer("maxTiles", 1, 100);
        canvas = new FittingCanvas(
                parameters.integer("tile", 1, 10_000), maxTiles, (dividend, divisor) -> (double) dividend / divisor);
        tokensPerTile = parameters.tokens("tokensPerTile");
        countsCompute =
                parameters.oneOf("basis", List.of("compute", "sequence")).equals("compute");
    }

    @Override
    ImageTokens tokens(PixelSize image) {
        return new ImageTokens.Counted(countsCompute ? visionTokens(canvas.tiles(image)) : TokenRange.exactly(1));
    }

    private TokenRange visionTokens(long tiles) {
        return new TokenRange(tiles * tokensPerTile, tiles * tokensPerTile, maxTiles * tokensPerTile);
    }

    @Override
    TokenRange bounds() {
        return countsCompute ? TokenRange.between(tokensPerTile, maxTiles * tokensPerTile) : TokenRange.exactly(1);
    }
}

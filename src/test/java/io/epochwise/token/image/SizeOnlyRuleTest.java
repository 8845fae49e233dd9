package io.epochwise.token.image;

import io.epochwise.token.TokenRange;
import io.epochwise.token.image.ImageTokens.Counted;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The ranges of parameters and of tokens of the rules without details that open models have. */
class SizeOnlyRuleTest {
    private static final Map<String, String> PUBLISHED = Map.ofEntries(
            Map.entry("llava-next", "tile=336 grid=24 baseTokens=576 order=height-first"),
            Map.entry("llava-onevision", "tile=384 grid=27 baseTokens=729 maxTiles=9"),
            Map.entry("llama-3.2-vision", "tile=560 maxTiles=4 tokensPerTile=1601 basis=compute"),
            Map.entry("qwen-vl", "unit=28 minPixels=3136 maxPixels=12845056"),
            Map.entry("internvl", "tile=448 tokensPerTile=256 maxTiles=12"),
            Map.entry("gemma-3", "tokens=256 panAndScan=true minCrop=256 maxCrops=4 minRatio=1.2"),
            Map.entry("gemma-4", "maxSoftTokens=280 patch=16 pooling=3"),
            Map.entry("idefics3", "longestEdge=1456 tile=364 tokensPerTile=169"),
            Map.entry("phi-3-vision", "crops=16 crop=336 tokensPerCrop=144"),
            Map.entry("phi-4-multimodal", "crop=448 maxCrops=36 patch=14"),
            Map.entry("llama-4", "tile=336 maxTiles=16 tokensPerTile=144"));

    @ParameterizedTest
    @CsvSource({
        "llava-next, tile, 0, from 1 to 10000",
        "llava-next, tile, 10001, from 1 to 10000",
        "llava-next, grid, 129, from 1 to 128",
        "llava-next, baseTokens, 1000001, from 1 to 1000000",
        "llava-next, order, area-first, 'one of [height-first, width-first]'",
        "llava-onevision, tile, 10001, from 1 to 10000",
        "llava-onevision, grid, 0, from 1 to 128",
        "llava-onevision, maxTiles, 0, from 1 to 10000",
        "llava-onevision, imagesInMessage, 0, from 1 to 1000000",
        "llama-3.2-vision, maxTiles, 101, from 1 to 100",
        "llama-3.2-vision, tile, 0, from 1 to 10000",
        "llama-3.2-vision, tokensPerTile, 0, from 1 to 1000000",
        "llama-3.2-vision, basis, bill, 'one of [compute, sequence]'",
        "qwen-vl, unit, 0, from 1 to 10000",
        "qwen-vl, minPixels, 0, from 1 to 2147483647",
        "qwen-vl, minPixels, 12845057, at most maxPixels",
        "internvl, tile, 0, from 1 to 10000",
        "internvl, maxTiles, 101, from 1 to 100",
        "gemma-3, panAndScan, yes, true or false",
        "gemma-3, minCrop, 1, from 2 to 10000",
        "gemma-3, maxCrops, 65, from 1 to 64",
        "gemma-3, minRatio, 0.99, from 1 to 100",
        "gemma-3, minRatio, 100.1, from 1 to 100",
        "gemma-4, maxSoftTokens, 256, 'one of [70, 140, 280, 560, 1120]'",
        "gemma-4, patch, 1001, from 1 to 1000",
        "gemma-4, pooling, 101, from 1 to 100",
        "idefics3, longestEdge, 4097, from 1 to 4096",
        "idefics3, tile, 0, from 1 to 4096",
        "phi-3-vision, crops, 65, from 1 to 64",
        "phi-3-vision, crop, 99, from 100 to 10000",
        "phi-3-vision, tokensPerCrop, 143, a square number",
        "phi-4-multimodal, crop, 450, a multiple of 2 x patch",
        "phi-4-multimodal, crop, 9, from 10 to 10000",
        "phi-4-multimodal, maxCrops, 101, from 1 to 100",
        "phi-4-multimodal, patch, 0, from 1 to 10000",
        "llama-4, tile, 10001, from 1 to 10000",
        "llama-4, maxTiles, 0, from 1 to 100"
    })
    void rejectsAParameterOutOfRange(String id, String name, String value, String range) {
        String parameters = PUBLISHED.get(id) + " " + name + "=" + value;
        assertThatThrownBy(() -> GoldenRow.rule(id, parameters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parameter " + name + " must be " + range);
    }

    /** Other settings of the models, and numbers that no model has: odd grids, narrow limits, one tile. */
    @ParameterizedTest
    @CsvSource({
        "llava-next, tile=336 grid=24 baseTokens=576 order=width-first",
        "llava-next, tile=14 grid=5 baseTokens=25 order=height-first",
        "llava-onevision, tile=100 grid=10 baseTokens=100 maxTiles=4",
        "llava-onevision, tile=384 grid=27 baseTokens=729 maxTiles=9 imagesInMessage=2",
        "llava-onevision, tile=10000 grid=128 baseTokens=1 maxTiles=10000",
        "llama-3.2-vision, tile=560 maxTiles=4 tokensPerTile=1601 basis=sequence",
        "llama-3.2-vision, tile=10000 maxTiles=100 tokensPerTile=1 basis=compute",
        "llama-3.2-vision, tile=1 maxTiles=1 tokensPerTile=1 basis=compute",
        "qwen-vl, unit=28 minPixels=200704 maxPixels=1003520",
        "qwen-vl, unit=32 minPixels=65536 maxPixels=16777216",
        "qwen-vl, unit=28 minPixels=784 maxPixels=784",
        "qwen-vl, unit=28 minPixels=7840 maxPixels=7841",
        "qwen-vl, unit=28 minPixels=1 maxPixels=100000",
        "qwen-vl, unit=28 minPixels=2147483647 maxPixels=2147483647",
        "qwen-vl, unit=10000 minPixels=1 maxPixels=1",
        "qwen-vl, unit=1 minPixels=1 maxPixels=3",
        "internvl, tile=448 tokensPerTile=256 maxTiles=6",
        "internvl, tile=1 tokensPerTile=1 maxTiles=1",
        "internvl, tile=10000 tokensPerTile=1000000 maxTiles=100",
        "gemma-3, tokens=256 panAndScan=false minCrop=256 maxCrops=4 minRatio=1.2",
        "gemma-3, tokens=10 panAndScan=true minCrop=2 maxCrops=64 minRatio=1",
        "gemma-3, tokens=10 panAndScan=true minCrop=100 maxCrops=1 minRatio=100",
        "gemma-4, maxSoftTokens=70 patch=16 pooling=3",
        "gemma-4, maxSoftTokens=1120 patch=14 pooling=2",
        "idefics3, longestEdge=364 tile=364 tokensPerTile=169",
        "idefics3, longestEdge=365 tile=365 tokensPerTile=169",
        "idefics3, longestEdge=1001 tile=99 tokensPerTile=7",
        "idefics3, longestEdge=4096 tile=1 tokensPerTile=1000000",
        "phi-3-vision, crops=4 crop=336 tokensPerCrop=144",
        "phi-3-vision, crops=1 crop=336 tokensPerCrop=144",
        "phi-3-vision, crops=2 crop=100 tokensPerCrop=1",
        "phi-3-vision, crops=3 crop=100 tokensPerCrop=1",
        "phi-3-vision, crops=64 crop=100 tokensPerCrop=1",
        "phi-4-multimodal, crop=10 maxCrops=1 patch=1",
        "phi-4-multimodal, crop=280 maxCrops=9 patch=10",
        "phi-4-multimodal, crop=10000 maxCrops=100 patch=1",
        "llama-4, tile=336 maxTiles=1 tokensPerTile=144",
        "llama-4, tile=10000 maxTiles=100 tokensPerTile=1"
    })
    void staysWithinItsBoundsWhateverTheNumbers(String id, String parameters) {
        ImageRule rule = GoldenRow.rule(id, parameters);
        assertThat(rule.tokens(1, 1, Detail.AUTO)).as("as supports says").isInstanceOf(Counted.class);
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            for (int i = 0; i < 3_000; i++) {
                int width = ImageRuleContract.side(random);
                int height = i % 5 == 0 ? width : ImageRuleContract.side(random);
                ImageRuleContract.assertWithinBounds(rule, width, height);
            }
        }
    }

    /** For the models' own numbers the bounds are not only safe: an image has the least, another the most. */
    @ParameterizedTest
    @CsvSource({
        "llava-next, 576, 1000000, 1, 2928, 672, 672",
        "llava-onevision, 757, 1000000, 1, 8765, 952, 1155",
        "llama-3.2-vision, 1601, 1, 1, 6404, 1, 1",
        "qwen-vl, 4, 56, 56, 16386, 3584, 3584",
        "internvl, 258, 1, 1, 3330, 640, 480",
        "gemma-3, 256, 1, 1, 1320, 1024, 256",
        "gemma-4, 139, 1190, 17, 283, 1000000, 1",
        "idefics3, 857, 1000000, 1, 2913, 1, 1",
        "phi-3-vision, 1321, 8, 1, 2653, 1, 16",
        "phi-4-multimodal, 290, 448, 10, 10065, 448, 16128",
        "llama-4, 147, 1, 1, 2467, 5376, 336"
    })
    void boundsAreReached(String id, long least, int leastWidth, int leastHeight, long most, int width, int height) {
        ImageRule rule = GoldenRow.rule(id, PUBLISHED.get(id));
        assertThat(rule.bounds(Detail.AUTO)).isEqualTo(TokenRange.between(least, most));
        assertThat(ImageRuleContract.counted(rule, leastWidth, leastHeight).low())
                .isEqualTo(least);
        assertThat(ImageRuleContract.counted(rule, width, height).high()).isEqualTo(most);
    }

    /** The other documented settings. */
    @ParameterizedTest
    @CsvSource({
        "llava-onevision, tile=384 grid=27 baseTokens=729 maxTiles=9 imagesInMessage=2, 730, 730",
        "llama-3.2-vision, tile=560 maxTiles=4 tokensPerTile=1601 basis=sequence, 1, 1",
        "qwen-vl, unit=28 minPixels=200704 maxPixels=1003520, 256, 1282",
        "qwen-vl, unit=28 minPixels=3136 maxPixels=1003520, 4, 1282",
        "qwen-vl, unit=32 minPixels=65536 maxPixels=16777216, 64, 16386",
        "qwen-vl, unit=32 minPixels=262144 maxPixels=1310720, 256, 1282",
        "internvl, tile=448 tokensPerTile=256 maxTiles=6, 258, 1794",
        "gemma-3, tokens=256 panAndScan=false minCrop=256 maxCrops=4 minRatio=1.2, 256, 260",
        "phi-3-vision, crops=4 crop=336 tokensPerCrop=144, 457, 781"
    })
    void boundsOfOtherSettings(String id, String parameters, long least, long most) {
        assertThat(GoldenRow.rule(id, parameters).bounds(Detail.HIGH)).isEqualTo(TokenRange.between(least, most));
    }

    /** Phi-3's bounds are exact for every number of crops: each ratio of two sides is an image to try. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 25, 63, 64})
    void boundsOfPhi3EqualASearch(int crops) {
        ImageRule rule = GoldenRow.rule("phi-3-vision", "crops=" + crops + " crop=336 tokensPerCrop=144");
        ImageRuleContract.assertBoundsAreThoseOf(rule, ImageRuleContract.allSizesUpTo(150));
    }
}

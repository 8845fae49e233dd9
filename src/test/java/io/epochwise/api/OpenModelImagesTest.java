package io.epochwise.api;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.epochwise.api.Contract.ask;
import static io.epochwise.api.Contract.askWrong;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Image tokens of open models over HTTP, as transformers 5.18.0 and the projects' own code count them. */
@QuarkusTest
class OpenModelImagesTest {
    private static final String IMAGES = "/v1/tokens/images";

    /** A screenshot of 640 x 480 and a photograph of 4032 x 3024 pixels. */
    @ParameterizedTest(name = "{0} with {1}: {2} and {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "clip-vit-b-32          | {}                                         | 50   | 50",
                "clip-vit-b-16          | {}                                         | 197  | 197",
                "clip-vit-l-14          | {}                                         | 257  | 257",
                "clip-vit-l-14-336      | {}                                         | 577  | 577",
                "llava-1.5-7b           | {}                                         | 576  | 576",
                "llava-1.5-13b          | {}                                         | 576  | 576",
                "llava-next-7b          | {}                                         | 2340 | 2340",
                "llava-next-34b         | {}                                         | 2340 | 2340",
                "llava-onevision-7b     | {}                                         | 2929 | 7309",
                "paligemma2-3b-224      | {}                                         | 256  | 256",
                "paligemma2-3b-448      | {}                                         | 1024 | 1024",
                "paligemma2-3b-896      | {}                                         | 4096 | 4096",
                "llama-3.2-11b-vision   | {}                                         | 3202 | 6404",
                "llama-3.2-90b-vision   | {'basis': 'compute'}                       | 3202 | 6404",
                "llama-3.2-11b-vision   | {'basis': 'sequence'}                      | 1    | 1",
                "qwen2-vl-7b            | {}                                         | 391  | 15552",
                "qwen2.5-vl-7b          | {}                                         | 391  | 15552",
                "qwen2.5-vl-72b         | {'minPixels': 200704, 'maxPixels': 1003520} | 391  | 1230",
                "qwen3-vl-8b            | {}                                         | 300  | 11844",
                "pixtral-12b            | {}                                         | 1230 | 3120",
                "pixtral-12b            | {'rounding': 'half-even'}                  | 1230 | 3120",
                "mistral-small-3.1-24b  | {}                                         | 432  | 2352",
                "mistral-small-3.2-24b  | {'rounding': 'half-even'}                  | 432  | 2352",
                "internvl3-8b           | {}                                         | 3330 | 3330",
                "internvl3-8b           | {'maxTiles': 6}                            | 1794 | 1794",
                "gemma-3-4b             | {}                                         | 256  | 256",
                "gemma-3-27b            | {'panAndScan': true}                       | 768  | 768",
                "gemma-4-31b            | {}                                         | 266  | 266",
                "gemma-4-31b            | {'maxSoftTokens': 1120}                    | 1064 | 1064",
                "idefics3-8b            | {}                                         | 2227 | 2227",
                "smolvlm-2.2b           | {}                                         | 1083 | 1083",
                "smolvlm-500m           | {}                                         | 862  | 862",
                "phi-3.5-vision         | {'crops': 4}                               | 757  | 757",
                "phi-3.5-vision         | {'crops': 16}                              | 1921 | 1921",
                "phi-4-multimodal       | {}                                         | 1065 | 3393",
                "llama-4-scout          | {}                                         | 727  | 1887",
                "llama-4-maverick       | {}                                         | 727  | 1887",
            })
    void areCountedAsTheModelDoes(String model, String parameters, int screenshot, int photograph) {
        ask(IMAGES, question(model, parameters, "[{'width': 640, 'height': 480}, {'width': 4032, 'height': 3024}]"))
                .statusCode(200)
                .body("images.tokens", contains(screenshot, photograph))
                .body("total.expected", equalTo(screenshot + photograph));
    }

    @ParameterizedTest(name = "{0}: {1} x {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "qwen2.5-vl-7b    | 201 | 1    | more than 200 times",
                "qwen3-vl-8b      | 10  | 2001 | more than 200 times",
                "phi-4-multimodal | 1   | 2000 | aspect ratio is too extreme",
                "phi-3.5-vision   | 1   | 6000 | no pixel on the shorter",
                "pixtral-12b      | 1   | 3000 | too narrow",
            })
    void areRejectedWhereTheModelRejectsThem(String model, int width, int height, String why) {
        ask(IMAGES, question(model, "{}", "[{'width': %d, 'height': %d}]".formatted(width, height)))
                .statusCode(200)
                .body("images[0].tokens", nullValue())
                .body("images[0].rejected", containsString(why));
    }

    /** Exactly 200 times as long passes; mistral-common keeps a pixel where transformers has none left. */
    @ParameterizedTest(name = "{0} with {1}: {2} x {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "qwen2.5-vl-7b | {}                        | 10 | 2000",
                "pixtral-12b   | {'rounding': 'half-even'} | 1  | 3000",
            })
    void areTakenJustInsideTheLimits(String model, String parameters, int width, int height) {
        ask(IMAGES, question(model, parameters, "[{'width': %d, 'height': %d}]".formatted(width, height)))
                .statusCode(200)
                .body("images[0].rejected", nullValue());
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "qwen2.5-vl-7b        | {'minPixels': 'x'}",
                "qwen2.5-vl-7b        | {'minPixels': -1}",
                "qwen2.5-vl-7b        | {'minPixels': 0}",
                "qwen2.5-vl-7b        | {'minPixels': 1.5}",
                "qwen2.5-vl-7b        | {'minPixels': 1e999999999}",
                "qwen2.5-vl-7b        | {'minPixels': 1e-999999999}",
                "qwen2.5-vl-7b        | {'minPixels': null}",
                "qwen2.5-vl-7b        | {'minPixels': [1]}",
                "qwen2.5-vl-7b        | {'minPixels': {'minPixels': 1}}",
                "qwen2.5-vl-7b        | {'minPixels': 2000, 'maxPixels': 1000}",
                "qwen2.5-vl-7b        | {'leastPixels': 3136}",
                "internvl3-8b         | {'maxTiles': 0}",
                "internvl3-8b         | {'maxTiles': 2147483647}",
                "gemma-3-4b           | {'panAndScan': 'perhaps'}",
                "gemma-4-31b          | {'maxSoftTokens': 300}",
                "phi-3.5-vision       | {'crops': -4}",
                "llama-3.2-11b-vision | {'basis': 'context'}",
                "pixtral-12b          | {'rounding': 'half-up'}",
            })
    void areNotCountedWithParametersThatTheRuleDoesNotTake(String model, String parameters) {
        askWrong(IMAGES, question(model, parameters, "[{'width': 640, 'height': 480}]"))
                .statusCode(400)
                .body("violations.field", everyItem(startsWith("ruleParameters")))
                .body("violations.isEmpty()", is(false));
    }

    private static String question(String model, String parameters, String images) {
        return "{'offering': 'self-hosted/%s', 'asOf': '2026-11-23', 'images': %s, 'ruleParameters': %s}"
                .formatted(model, images, parameters)
                .replace('\'', '"');
    }
}

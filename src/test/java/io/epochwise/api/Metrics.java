package io.epochwise.api;

import io.restassured.RestAssured;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the service tells Prometheus. */
final class Metrics {
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z][a-z0-9_]*(?:\\{.*})?) (\\S+)$");

    private Metrics() {}

    /** The whole text. */
    static String text() {
        return RestAssured.get("/q/metrics").then().statusCode(200).extract().asString();
    }

    /** Each time series, name and labels, with its value. */
    static Map<String, Double> read() {
        Map<String, Double> series = new TreeMap<>();
        Matcher sample = SAMPLE.matcher(text());
        while (sample.find()) {
            series.put(sample.group(1), Double.valueOf(sample.group(2)));
        }
        return series;
    }

    /** Something that is asked of the service. */
    interface Question {
        void ask() throws Exception;
    }

    /** By how much the service's own series that start so change through a question; those that do not change are left out. */
    static Map<String, Double> changed(String start, Question question) throws Exception {
        Map<String, Double> before = read();
        question.ask();
        Map<String, Double> changes = new TreeMap<>();
        read().forEach((series, value) -> {
            double change = value - before.getOrDefault(series, 0.0);
            if (series.startsWith(start) && change != 0 && !Double.isNaN(change)) {
                changes.put(series, change);
            }
        });
        return changes;
    }
}

package io.epochwise.policy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GeographyTest {
    @ParameterizedTest(name = "{0} within {1}: {2}")
    @CsvSource({
        "europe-west4, EU, pass",
        "Sweden Central, EU, pass",
        "swedencentral, European Union, pass",
        "eu, EU, pass",
        "EU, Europe, pass",
        "Europe, EU, fail",
        "eu-north-1, Sweden, pass",
        "eu-west-1, EU, pass",
        "eu-west-2, EU, fail",
        "europe-west2, Europe, pass",
        "UK South, GB, pass",
        "Norway East, EU, fail",
        "Switzerland North, Europe, pass",
        "North Europe, Ireland, pass",
        "us-central1, US, pass",
        "us-east-1, United States, pass",
        "East US 2, EU, fail",
        "global, EU, fail",
        "US, global, fail",
        "us, us-east-1, fail",
        "US_EAST_1, us-east-1, pass",
        "mars-north1, EU, unknown",
        "europe-west4, Atlantis, unknown",
        "Atlantis, atlantis, pass"
    })
    void regionsLieInCountriesAndTheseInGroups(String region, String wanted, String outcome) {
        assertThat(Geography.within(region, wanted)).hasToString(outcome);
    }

    @ParameterizedTest
    @CsvSource({"EU, true", "sweden, true", "SE, true", "Sweden Central, false", "Atlantis, false"})
    void countriesAndGroupsAreGeographies(String name, boolean geography) {
        assertThat(Geography.isGeography(name)).isEqualTo(geography);
    }
}

package io.epochwise.policy;

import io.epochwise.catalog.Offering;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the regions of cloud providers lie, as far as their own names of regions are listed here: {@code europe-west4},
 * {@code Sweden Central} and {@code eu-north-1} lie in the EU. Case, spaces and hyphens do not matter. A name that is not
 * listed lies nowhere that is known, and so neither within nor outside of anything but itself.
 *
 * <p>The EU is the European Union; Europe has the United Kingdom, Norway and Switzerland too. A country goes by its ISO
 * 3166 code or its English name.
 */
final class Geography {
    private static final String EU = "EU";
    private static final String EUROPE = "Europe";
    private static final Set<String> EVERYWHERE = Set.of("*");

    /** The countries that each name means; of a cloud region the one it lies in. */
    private static final Map<String, Set<String>> COUNTRIES = new HashMap<>();

    /** The names that mean countries or groups of them, and not a single region of a provider. */
    private static final Set<String> GEOGRAPHIES = new HashSet<>();

    static {
        country("US", "United States", List.of("USA"), """
                eastus eastus2 centralus northcentralus southcentralus westcentralus westus westus2 westus3
                us-central1 us-east1 us-east4 us-east5 us-south1 us-west1 us-west2 us-west3 us-west4
                us-east-1 us-east-2 us-west-1 us-west-2""");
        country("CA", "Canada", List.of(), """
                canadacentral canadaeast northamerica-northeast1 northamerica-northeast2 ca-central-1 ca-west-1""");
        country("BR", "Brazil", List.of(), "brazilsouth southamerica-east1 sa-east-1");
        country("GB", "United Kingdom", List.of("UK", EUROPE), "uksouth ukwest europe-west2 eu-west-2");
        country("CH", "Switzerland", List.of(EUROPE), "switzerlandnorth switzerlandwest europe-west6 eu-central-2");
        country("NO", "Norway", List.of(EUROPE), "norwayeast norwaywest");
        country("AT", "Austria", List.of(EU, EUROPE), "austriaeast");
        country("BE", "Belgium", List.of(EU, EUROPE), "belgiumcentral europe-west1");
        country("DE", "Germany", List.of(EU, EUROPE), """
                germanywestcentral germanynorth europe-west3 europe-west10 eu-central-1""");
        country("DK", "Denmark", List.of(EU, EUROPE), "denmarkeast");
        country("ES", "Spain", List.of(EU, EUROPE), "spaincentral europe-southwest1 eu-south-2");
        country("FI", "Finland", List.of(EU, EUROPE), "europe-north1");
        country("FR", "France", List.of(EU, EUROPE), "francecentral francesouth europe-west9 eu-west-3");
        country("IE", "Ireland", List.of(EU, EUROPE), "northeurope eu-west-1");
        country("IT", "Italy", List.of(EU, EUROPE), "italynorth europe-west8 europe-west12 eu-south-1");
        country("NL", "Netherlands", List.of(EU, EUROPE), "westeurope europe-west4");
        country("PL", "Poland", List.of(EU, EUROPE), "polandcentral europe-central2");
        country("SE", "Sweden", List.of(EU, EUROPE), "swedencentral swedensouth europe-north2 eu-north-1");
        country("AU", "Australia", List.of(), """
                australiaeast australiasoutheast australiacentral australia-southeast1 australia-southeast2
                ap-southeast-2 ap-southeast-4""");
        country("JP", "Japan", List.of(), """
                japaneast japanwest asia-northeast1 asia-northeast2 ap-northeast-1 ap-northeast-3""");
        country("KR", "South Korea", List.of("Korea"), "koreacentral koreasouth asia-northeast3 ap-northeast-2");
        country("IN", "India", List.of(), """
                centralindia southindia westindia asia-south1 asia-south2 ap-south-1 ap-south-2""");
        country("SG", "Singapore", List.of(), "southeastasia asia-southeast1 ap-southeast-1");
        country("AE", "United Arab Emirates", List.of("UAE"), "uaenorth uaecentral me-central-1");
        country("ZA", "South Africa", List.of(), "southafricanorth africa-south1 af-south-1");
        COUNTRIES.put("global", EVERYWHERE);
        geography("European Union", COUNTRIES.get(Offering.regionKey(EU)));
    }

    private Geography() {}

    private static void country(String code, String name, List<String> alsoNamed, String regions) {
        geography(code, Set.of(code));
        geography(name, Set.of(code));
        alsoNamed.forEach(other -> geography(other, Set.of(code)));
        for (String region : regions.split("\\s+")) {
            COUNTRIES.put(Offering.regionKey(region), Set.of(code));
        }
    }

    private static void geography(String name, Set<String> countries) {
        GEOGRAPHIES.add(Offering.regionKey(name));
        COUNTRIES
                .computeIfAbsent(Offering.regionKey(name), key -> new HashSet<>())
                .addAll(countries);
    }

    /** Whether it means a country or a group of countries, and not a single region of a provider. */
    static boolean isGeography(String name) {
        return GEOGRAPHIES.contains(Offering.regionKey(name));
    }

    /** Whether all of a region or geography lies within another; unknown if one of them is not listed. */
    static Outcome within(String region, String wanted) {
        String key = Offering.regionKey(region);
        String wantedKey = Offering.regionKey(wanted);
        if (key.equals(wantedKey)) {
            return Outcome.PASS;
        }
        Set<String> countries = COUNTRIES.get(key);
        Set<String> wantedCountries = COUNTRIES.get(wantedKey);
        if (countries == null || wantedCountries == null) {
            return Outcome.UNKNOWN;
        }
        return GEOGRAPHIES.contains(wantedKey) && wantedCountries.containsAll(countries) ? Outcome.PASS : Outcome.FAIL;
    }
}

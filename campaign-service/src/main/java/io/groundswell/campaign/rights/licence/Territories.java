package io.groundswell.campaign.rights.licence;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.groundswell.kit.problem.InvalidValue;

/** Countries as ISO 3166-1 alpha-2 names them. */
public final class Territories {
    private static final Set<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private Territories() {}

    static List<String> checked(String field, List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            checked(field + "." + i, codes.get(i));
        }
        return codes.stream().distinct().sorted().toList();
    }

    /**
     * Returns the code.
     *
     * @throws InvalidValue when there is no such country
     */
    public static String checked(String field, String code) {
        if (!CODES.contains(code)) {
            throw new InvalidValue(field, "unknown-country",
                    "Must be a country of ISO 3166-1 in two capital letters, such as DE.");
        }
        return code;
    }
}

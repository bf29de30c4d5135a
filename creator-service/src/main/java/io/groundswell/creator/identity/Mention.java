package io.groundswell.creator.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;

/**
 * An account that somebody names in a profile.
 *
 * @param network null when the text does not tell it
 * @param text as it was written
 */
record Mention(@Nullable Network network, String handle, String text) {
    /** Letters and digits of any script with what networks allow between them; {@code name@server} on Mastodon. */
    private static final String HANDLE = "[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_.·-]{0,199}";
    /** What stands before an at sign tells an e-mail address from a handle. */
    private static final Pattern AT = Pattern
            .compile("(?<![\\p{L}\\p{N}_.@/-])[@＠](" + HANDLE + "(?:@[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.-]{0,199})?)");
    /** Where networks keep profiles. */
    private static final Map<String, Network> PROFILES = Map.of("instagram.com/", Network.INSTAGRAM, "tiktok.com/@",
            Network.TIKTOK, "youtube.com/@", Network.YOUTUBE, "x.com/", Network.X, "twitter.com/", Network.X, "facebook.com/",
            Network.FACEBOOK, "linkedin.com/in/", Network.LINKEDIN, "bsky.app/profile/", Network.BLUESKY);
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\p{L}\\p{N}_-])(?:https?://)?(?:(?:www|m)\\.)?(instagram\\.com/|tiktok\\.com/@|youtube\\.com/@|x\\.com/|"
                    + "twitter\\.com/|facebook\\.com/|linkedin\\.com/in/|bsky\\.app/profile/)(" + HANDLE + ")",
            Pattern.CASE_INSENSITIVE);

    /** Returns the accounts that the text names, by address or by handle. */
    static List<Mention> in(String text) {
        List<Mention> mentions = new ArrayList<>();
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            Network network = PROFILES.get(address.group(1).toLowerCase(java.util.Locale.ROOT));
            mentions.add(new Mention(network, withoutFullStop(address.group(2)), address.group()));
        }
        Matcher at = AT.matcher(text);
        while (at.find()) {
            mentions.add(new Mention(null, withoutFullStop(at.group(1)), at.group()));
        }
        return mentions;
    }

    /** A sentence may end behind a handle; no handle ends with a full stop. */
    private static String withoutFullStop(String handle) {
        int end = handle.length();
        while (end > 1 && (handle.charAt(end - 1) == '.' || handle.charAt(end - 1) == '-')) {
            end--;
        }
        return handle.substring(0, end);
    }

    /** Tells whether this names the account. */
    boolean names(KnownAccount account) {
        String own = account.handle();
        return own != null && (network == null || network == account.network())
                && Spelling.folded(own).equals(Spelling.folded(handle));
    }
}

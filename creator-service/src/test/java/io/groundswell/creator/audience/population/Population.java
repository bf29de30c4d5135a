package io.groundswell.creator.audience.population;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.audience.AccountFigures;
import io.groundswell.creator.audience.FirstDigits;
import io.groundswell.creator.audience.FollowerHistory;
import io.groundswell.creator.audience.Reactions;

/**
 * Makes accounts up: six in ten with followers who chose to follow, four in ten of whose followers 25 to 85 % were bought. Much is
 * the same for both, much is unknown, and each signal misleads for some: bought followers may have come before anybody looked,
 * honest accounts may trade follows, have a post that everybody passes on, or hide half their profile.
 */
public final class Population {
    /** When every account is looked at. */
    public static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    private static final double ORGANIC = 0.6;

    private final RandomGenerator random;

    private Population(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Returns the same accounts for the same seed. */
    public static List<Subject> of(int size, long seed) {
        Population population = new Population(seed);
        List<Subject> subjects = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            subjects.add(population.subject());
        }
        return subjects;
    }

    private Subject subject() {
        boolean organic = chance(ORGANIC);
        double bought = organic ? 0 : between(0.25, 0.85);
        long followers = Math.clamp(Math.round(logNormal(4_000, 1.1)), 150, 400_000);
        var figures = new AccountFigures(followers, following(organic), told(0.8, chance(organic ? 0.92 : 0.84)),
                told(0.6, chance(organic ? 0.98 : 0.93)), told(0.5, joinedAt(organic)), history(followers, bought),
                reactions(organic), sample(bought));
        return new Subject(figures, organic);
    }

    /** One honest account in eight trades follows, of those with bought followers one in three. */
    private long following(boolean organic) {
        return Math.clamp(Math.round(chance(organic ? 0.125 : 0.33) ? logNormal(2_200, 0.6) : logNormal(420, 0.9)), 0, 7_500);
    }

    private Instant joinedAt(boolean organic) {
        return NOW.minus(Duration.ofHours(Math.round(24 * logNormal(organic ? 1_400 : 800, 0.8))));
    }

    /** Six accounts in ten were looked at before, every one to four days for three weeks to half a year. */
    private FollowerHistory history(long followersNow, double bought) {
        FollowerHistory history = FollowerHistory.NONE;
        if (chance(0.4)) {
            return history;
        }
        int every = random.nextInt(1, 5);
        int days = random.nextInt(21, 180);
        boolean seen = bought > 0 && chance(0.55);
        int purchases = seen ? random.nextInt(1, 4) : 0;
        boolean viral = chance(0.15);
        double count = followersNow;
        double pace = between(-0.0005, 0.004);
        for (int day = 0; day <= days; day += every) {
            history = history.and(NOW.minus(Duration.ofDays(day)), Math.max(0, Math.round(count)));
            count -= every * pace * count + random.nextGaussian() * Math.sqrt(count * every) / 3;
            if (purchases > 0 && chance((double) every / days * 3)) {
                count -= followersNow * bought / 3;
                purchases--;
            }
            if (viral && chance((double) every / days)) {
                count -= count * between(0.05, 0.35);
                viral = false;
            }
            count = Math.max(20, count);
        }
        return history;
    }

    /** Whoever buys followers may buy likes too, or take turns with others in commenting. */
    private Reactions reactions(boolean organic) {
        if (chance(0.3)) {
            return Reactions.NONE;
        }
        long posts = random.nextInt(2, 40);
        long likes = Math.round(posts * logNormal(60, 1));
        double ratio = logNormal(0.035, 0.8);
        if (!organic) {
            double kind = random.nextDouble();
            ratio *= kind < 0.35 ? 0.2 : kind < 0.5 ? 5 : 1;
        }
        double expected = likes * ratio;
        return new Reactions(posts, likes, Math.max(0, Math.round(expected + random.nextGaussian() * Math.sqrt(expected))));
    }

    /** Four accounts in ten have a sample. Accounts made for sale have few followers, or as many as their maker gave them. */
    private FirstDigits sample(double bought) {
        if (chance(0.6)) {
            return FirstDigits.NONE;
        }
        int size = random.nextInt(80, 600);
        boolean grown = chance(0.3);
        List<Long> counts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            if (chance(bought)) {
                counts.add(grown ? Math.round(logNormal(600, 0.25)) : random.nextLong(0, 25));
            } else {
                counts.add(Math.round(logNormal(250, 1.4)));
            }
        }
        return FirstDigits.of(counts);
    }

    private <T> @Nullable T told(double share, T value) {
        return chance(share) ? value : null;
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private double between(double least, double most) {
        return random.nextDouble(least, most);
    }

    private double logNormal(double median, double deviation) {
        return median * Math.exp(deviation * random.nextGaussian());
    }
}

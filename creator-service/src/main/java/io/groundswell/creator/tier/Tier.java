package io.groundswell.creator.tier;

/** Size of an audience, smallest first. Where one ends and the next begins is a matter of the {@link TierScheme}. */
public enum Tier {
    NANO, MICRO, MID, MACRO, MEGA
}

package io.groundswell.creator.privacy;

/** Whether a person is of age, as far as somebody found out. It is asked or read, never inferred from what a person posts. */
public enum AgeGroup {
    UNKNOWN,
    /** 18 or older. */
    ADULT,
    /** Under 18. */
    MINOR
}

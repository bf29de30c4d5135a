package io.groundswell.text.expertise;

/** What somebody is to a subject. */
public enum ExpertiseKind {
    /** Studies it at a university or institute. */
    ACADEMIC,
    /** Reports on it. */
    JOURNALIST,
    /** Builds the technology. */
    TECHNOLOGIST,
    /** Does it for a living. */
    PRACTITIONER,
    /** Loves it. */
    ENTHUSIAST,
    /** Tests, collects or uses it more than others do. */
    POWER_USER
}

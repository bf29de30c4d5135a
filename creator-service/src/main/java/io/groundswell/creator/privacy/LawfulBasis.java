package io.groundswell.creator.privacy;

/** By what right data on a person is kept, after Art. 6(1) GDPR. */
public enum LawfulBasis {
    /** Point (f): the brand's interest, as long as the person does not object. What everybody who was discovered begins with. */
    LEGITIMATE_INTERESTS,
    /** Point (a). */
    CONSENT,
    /** Point (b). */
    CONTRACT
}

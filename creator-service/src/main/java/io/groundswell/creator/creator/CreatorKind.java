package io.groundswell.creator.creator;

/** What a creator is to the brand. */
public enum CreatorKind {
    EXTERNAL, CUSTOMER, EMPLOYEE
}

package io.groundswell.creator.imports;

/** What is imported. */
public enum ImportSubject {
    CREATORS, CUSTOMERS
}

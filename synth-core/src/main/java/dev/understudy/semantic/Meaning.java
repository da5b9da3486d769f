package dev.understudy.semantic;

/** What the strings of a column stand for. */
public enum Meaning {
    FIRST_NAME(true),
    LAST_NAME(true),
    FULL_NAME(true),
    EMAIL(true),
    PHONE(true),
    /** Street and house number. */
    STREET(true),
    /** The second line of an address: a flat, a floor. */
    ADDRESS_LINE(true),
    USERNAME(true),
    PASSWORD_HASH(true),
    IBAN(true),
    CARD(true),
    /** A number that a state gives to a person: social security, tax, passport. */
    NATIONAL_ID(true),
    CITY(false),
    STATE(false),
    STATE_CODE(false),
    POSTCODE(false),
    COUNTRY(false),
    COUNTRY_CODE(false),
    COMPANY(false),
    JOB(false),
    URL(false),
    IP(false),
    MAC(false),
    UUID(false),
    TOKEN(false),
    /** Hexadecimal digits of one length, such as a checksum. */
    DIGEST(false),
    PRODUCT(false),
    TITLE(false),
    DESCRIPTION(false),
    FREE_TEXT(false),
    /** Characters of few shapes: order numbers, article codes. */
    CODE(false),
    /** Dates or times written as text. */
    DATE_TEXT(false),
    JSON(false),
    XML(false),
    /** Nothing that is recognised. */
    OTHER(false);

    private final boolean personal;

    Meaning(boolean personal) {
        this.personal = personal;
    }

    /** True if such a column says that its table is about persons. */
    public boolean personal() {
        return personal;
    }
}

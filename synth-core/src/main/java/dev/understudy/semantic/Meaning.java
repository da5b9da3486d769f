package dev.understudy.semantic;

/** What the values of a column stand for. */
public enum Meaning {
    FIRST_NAME(About.PERSON),
    MIDDLE_NAME(About.PERSON),
    LAST_NAME(About.PERSON),
    FULL_NAME(About.PERSON),
    /** How somebody is addressed: Mr., Dr. */
    NAME_PREFIX(About.TRAIT),
    GENDER(About.TRAIT),
    BIRTH_DATE(About.TRAIT),
    /** Years that somebody has lived. */
    AGE(About.TRAIT),
    NATIONALITY(About.TRAIT),
    EMAIL(About.PERSON),
    PHONE(About.PERSON),
    USERNAME(About.PERSON),
    PASSWORD_HASH(About.PERSON),
    /** A number that a state gives to a person: social security, identity, personal tax number. */
    NATIONAL_ID(About.PERSON),
    PASSPORT(About.PERSON),
    DRIVING_LICENCE(About.PERSON),
    /** A number that a state gives to a business: VAT, company tax. */
    TAX_NUMBER(About.ONE_THING),

    /** Street and house number. */
    STREET(About.PERSON),
    HOUSE_NUMBER(About.THINGS),
    /** The second line of an address: a flat, a floor. */
    ADDRESS_LINE(About.PERSON),
    /** Street, town and postcode in one text. */
    ADDRESS(About.PERSON),
    CITY(About.THINGS),
    /** A part of a town or state: county, borough. */
    DISTRICT(About.THINGS),
    STATE(About.THINGS),
    STATE_CODE(About.THINGS),
    POSTCODE(About.THINGS),
    COUNTRY(About.THINGS),
    COUNTRY_CODE(About.THINGS),
    LATITUDE(About.THINGS),
    LONGITUDE(About.THINGS),
    /** Latitude and longitude in one text. */
    COORDINATES(About.ONE_THING),

    IBAN(About.PERSON),
    /** Business identifier code of a bank, as SWIFT uses it. */
    BIC(About.THINGS),
    CARD(About.PERSON),
    CARD_EXPIRY(About.THINGS),
    /** The three or four digits on the back. */
    CARD_CHECK(About.PERSON),
    ACCOUNT_NUMBER(About.PERSON),
    /** Sort code or routing number of a bank. */
    ROUTING_NUMBER(About.THINGS),
    /** A security's number. */
    ISIN(About.THINGS),
    CURRENCY_CODE(About.THINGS),
    CURRENCY(About.THINGS),

    COMPANY(About.THINGS),
    JOB(About.THINGS),
    DEPARTMENT(About.THINGS),
    PRODUCT(About.THINGS),
    /** Number of an article: EAN, UPC. */
    EAN(About.THINGS),
    ISBN(About.THINGS),
    ISSN(About.THINGS),
    /** Number of a vehicle. */
    VIN(About.ONE_THING),
    /** Number of a mobile device. */
    IMEI(About.ONE_THING),
    LICENCE_PLATE(About.PERSON),

    URL(About.THINGS),
    /** Name of a machine or domain. */
    HOST(About.THINGS),
    IP(About.ONE_THING),
    /** A range of addresses: 10.0.0.0/8. */
    NETWORK(About.ONE_THING),
    MAC(About.ONE_THING),
    USER_AGENT(About.THINGS),
    UUID(About.ONE_THING),
    /** Hexadecimal digits of one length, such as a checksum. */
    DIGEST(About.THINGS),
    TOKEN(About.ONE_THING),
    /** A signed token of three parts. */
    JWT(About.ONE_THING),
    FILE_NAME(About.THINGS),
    FILE_PATH(About.THINGS),
    MIME_TYPE(About.THINGS),
    COLOUR(About.THINGS),
    LANGUAGE(About.THINGS),
    LANGUAGE_CODE(About.THINGS),
    /** Language and country: pt_BR. */
    LOCALE(About.THINGS),
    TIME_ZONE(About.THINGS),
    VERSION(About.THINGS),
    BASE64(About.THINGS),
    /** A title for URLs: blue-shirt. */
    SLUG(About.THINGS),

    TITLE(About.THINGS),
    DESCRIPTION(About.THINGS),
    FREE_TEXT(About.THINGS),
    /** Characters of few shapes: order numbers, article codes. */
    CODE(About.THINGS),
    /** Dates or times of a day written as text. */
    DATE_TEXT(About.THINGS),
    /** Times of day written as text. */
    TIME_TEXT(About.THINGS),
    /** Numbers written as text. */
    NUMBER_TEXT(About.THINGS),
    /** Yes and no, Y and N, true and false. */
    BOOLEAN_TEXT(About.THINGS),
    HTML(About.THINGS),
    JSON(About.THINGS),
    XML(About.THINGS),
    /** Nothing that is recognised. */
    OTHER(About.THINGS);

    private enum About {
        /** Tells who somebody is. */
        PERSON,
        /** Says something of somebody that many share. */
        TRAIT,
        /** Points at one thing, which may lead to somebody. */
        ONE_THING,
        THINGS
    }

    private final About about;

    Meaning(About about) {
        this.about = about;
    }

    /** True if such a column says that its table is about persons; its values are always made anew. */
    public boolean personal() {
        return about == About.PERSON;
    }

    /** True if values point at one person or thing, however often they occur, so that none is ever kept. */
    public boolean identifying() {
        return about == About.PERSON || about == About.ONE_THING;
    }

    /** True for what a release must name as data about persons: what identifies, and what is said of somebody. */
    public boolean aboutPersons() {
        return about == About.PERSON || about == About.TRAIT;
    }
}

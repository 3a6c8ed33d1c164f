package org.shishi.api.people;

/** What a person is known by. Stored by name. */
public enum DocumentKind {
    RESIDENT_ID,
    PASSPORT,
    /** 港澳居民来往内地通行证 and 港澳居民居住证. */
    HONG_KONG_MACAO,
    /** 台湾居民来往大陆通行证 and 台湾居民居住证. */
    TAIWAN,
    /** 外国人永久居留身份证. */
    FOREIGN_RESIDENCE,
    OTHER
}

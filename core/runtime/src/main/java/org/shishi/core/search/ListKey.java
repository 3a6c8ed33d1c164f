package org.shishi.core.search;

/** A list that is searched: the records of one type in one programme and year. */
public record ListKey(String programmeId, int year, String typeId) {}

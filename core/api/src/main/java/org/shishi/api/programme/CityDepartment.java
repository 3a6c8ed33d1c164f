package org.shishi.api.programme;

/** Departments of the municipal federation (domain specification §1.1). */
public enum CityDepartment {
    RIGHTS_PROTECTION,
    GRASSROOTS_WORK,
    PUBLICITY_EDUCATION,
    LABOUR_RELATIONS,
    RESEARCH_OFFICE
}

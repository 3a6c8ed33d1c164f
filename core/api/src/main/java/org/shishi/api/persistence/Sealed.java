package org.shishi.api.persistence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text attribute of an entity that holds personal data of somebody who is no person of the registry, such as a
 * contact: its column holds sealed text only (AES-256-GCM, key outside of the database), the entity in memory holds it in
 * clear. Who sees it masked is said by the field's {@link org.shishi.api.record.Sensitivity}; the contract test asks for
 * this wherever a field is sensitive.
 *
 * <pre>{@code
 * @Sealed
 * @Column(name = "contact_phone")
 * private String contactPhone;
 * }</pre>
 *
 * <p>The column is a {@code varchar} of at least 80 + 6 × the longest text in characters. Rows from before an attribute was
 * marked are sealed when the programme opens; changes of keys seal them anew, also while the programme is away. Nothing can
 * be searched, filtered or sorted by such a column, and queries must neither compare nor set it. Null stays null. Persons
 * are named by {@link org.shishi.api.people.PersonFields} instead. Source: domain specification §13.7.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Sealed {}

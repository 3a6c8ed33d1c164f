package org.shishi.api.rule;

/** An enum that is known outside by a code that is no Java name: in rules and JSON its code stands for the constant. */
public interface Coded {

    String code();
}

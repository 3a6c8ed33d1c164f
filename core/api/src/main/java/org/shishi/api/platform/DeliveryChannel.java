package org.shishi.api.platform;

/** How people are told besides the inbox, which everybody has (domain specification §13.9). */
public enum DeliveryChannel {
    EMAIL,
    TEXT_MESSAGE
}

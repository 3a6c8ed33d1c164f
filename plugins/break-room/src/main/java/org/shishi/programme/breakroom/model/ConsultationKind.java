package org.shishi.programme.breakroom.model;

/** How the workers were heard (annex 2-1 §三(四)). */
public enum ConsultationKind {
    WORKERS_CONGRESS,
    DEMOCRATIC_CONSULTATION,
    COLLECTIVE_DECISION
}

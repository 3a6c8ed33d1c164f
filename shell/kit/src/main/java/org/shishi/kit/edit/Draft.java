package org.shishi.kit.edit;

import java.util.List;
import org.shishi.kit.session.KeptDraft;

/** Something that is being typed and would be lost by leaving. */
public interface Draft {

    boolean dirty();

    /** What is typed, to be put back when the programme returns. */
    KeptDraft keep();

    /** @return labels of the fields whose values this version of the form cannot take */
    List<String> restore(KeptDraft kept);
}

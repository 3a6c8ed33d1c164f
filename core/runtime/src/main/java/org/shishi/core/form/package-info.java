/** Official forms: found in sheets by their texts, read with a verdict for each row, written as they are printed. */
package org.shishi.core.form;

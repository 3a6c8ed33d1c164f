/** Excel workbooks as streams of rows, in bounded memory. */
package org.shishi.core.sheet;

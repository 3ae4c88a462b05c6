/** The checks: each one rule, one file, one page in docs/rules. A rule finds something, passes, or is not judged; all three are said. */
@NullMarked
package dev.plumbline.answers.check;

import org.jspecify.annotations.NullMarked;

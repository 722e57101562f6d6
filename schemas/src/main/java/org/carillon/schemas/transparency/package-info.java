/** What the transparency log says in public: facts about alerts and policy, and never about a person. */
@NullMarked
package org.carillon.schemas.transparency;

import org.jspecify.annotations.NullMarked;

/** Officers, their roles and how they prove who they are. */
@NullMarked
package org.carillon.schemas.account;

import org.jspecify.annotations.NullMarked;

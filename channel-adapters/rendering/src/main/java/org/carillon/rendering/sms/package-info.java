/** What a text message says, how it is counted, and what the hub answers to residents by SMS. */
@NullMarked
package org.carillon.rendering.sms;

import org.jspecify.annotations.NullMarked;

/** What channels that answer by HTTP share: routes bound to an OpenAPI file, problems, entity tags. */
@NullMarked
package org.carillon.channel.core.http;

import org.jspecify.annotations.NullMarked;

/** The pages about alerts: what waits, a new one, the preview, the decision, and one alert with its progress. */
@NullMarked
package org.carillon.ingest.console.alert;

import org.jspecify.annotations.NullMarked;

// Renews the numbers of one alert as they come. Without scripts the page has a link that loads it again.
"use strict";
(() => {
  const place = document.getElementById("reach");
  if (!place || !window.EventSource) {
    return;
  }
  const stream = new EventSource(place.dataset.stream);
  stream.addEventListener("reach", (event) => {
    place.innerHTML = event.data;
  });
  stream.addEventListener("end", () => stream.close());
})();

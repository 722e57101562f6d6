// Draws districts and shapes. Says nothing that the page does not say in words: districts are check boxes, shapes are lines of a field.
"use strict";
(() => {
  const EARTH_KM = 6371.0088;
  const language = document.documentElement.lang;
  const say = document.querySelector(".map-say");
  const tools = document.querySelector(".map-tools");
  const field = document.getElementById("shapes");
  const boxes = [...document.querySelectorAll('input[name="areas"]')];

  function parse(line) {
    const circle = line.match(/^\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s+([\d.]+)\s*(?:km)?\s*$/i);
    if (circle) {
      return { centre: [Number(circle[1]), Number(circle[2])], km: Number(circle[3]) };
    }
    const corners = [...line.matchAll(/(-?[\d.]+)\s*,\s*(-?[\d.]+)/g)].map((m) => [Number(m[1]), Number(m[2])]);
    return corners.length > 2 ? { corners } : null;
  }

  function drawShapes(layer, text) {
    layer.clearLayers();
    for (const line of text.split(/\r?\n/)) {
      const shape = parse(line);
      if (shape) {
        const look = { className: "shape", interactive: false };
        (shape.corners ? L.polygon(shape.corners, look) : L.circle(shape.centre, { ...look, radius: shape.km * 1000 }))
          .addTo(layer);
      }
    }
  }

  function near(number) {
    return Math.round(number * 1e5) / 1e5;
  }

  function distanceKm(one, other) {
    const rad = Math.PI / 180;
    const a = Math.sin(((other.lat - one.lat) * rad) / 2) ** 2
      + Math.cos(one.lat * rad) * Math.cos(other.lat * rad) * Math.sin(((other.lng - one.lng) * rad) / 2) ** 2;
    return 2 * EARTH_KM * Math.asin(Math.sqrt(a));
  }

  /** Clicks become corners or a circle, and these a line of the field. */
  function drawing(map, place) {
    let mode = "";
    let points = [];
    const draft = L.layerGroup().addTo(map);
    const finish = tools.querySelector('[data-tool="finish"]');

    function end(words) {
      mode = "";
      points = [];
      draft.clearLayers();
      finish.hidden = true;
      place.classList.remove("drawing");
      say.textContent = words;
    }

    function write(line) {
      field.value = (field.value.trim() + "\n" + line).trim();
      field.closest("details").open = true;
      field.dispatchEvent(new Event("input"));
      end(say.dataset.done);
    }

    function close() {
      if (points.length > 2) {
        write(points.map((p) => near(p.lat) + "," + near(p.lng)).join(" "));
      }
    }

    map.on("click", (event) => {
      if (!mode) {
        return;
      }
      points.push(event.latlng);
      draft.clearLayers();
      if (mode === "circle" && points.length === 2) {
        write(near(points[0].lat) + "," + near(points[0].lng) + " " + Math.max(0.01, Math.round(distanceKm(...points) * 100) / 100) + " km");
        return;
      }
      points.forEach((p) => L.circleMarker(p, { radius: 6, className: "shape" }).addTo(draft));
      L.polyline(points, { className: "shape" }).addTo(draft);
      finish.hidden = mode !== "polygon" || points.length < 3;
    });
    tools.addEventListener("click", (event) => {
      const tool = event.target.dataset.tool;
      if (tool === "polygon" || tool === "circle") {
        end("");
        mode = tool;
        place.classList.add("drawing");
        say.textContent = say.dataset[tool];
      } else if (tool === "finish") {
        close();
      } else if (tool === "clear") {
        field.value = "";
        field.dispatchEvent(new Event("input"));
        end(say.dataset.cleared);
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && mode) {
        end("");
      }
    });
    return () => mode !== "";
  }

  async function start(place) {
    const answer = await fetch(place.dataset.areas, { headers: { "HX-Request": "true" } });
    if (!answer.ok) {
      return;
    }
    const areas = await answer.json();
    place.hidden = false;
    const edit = place.classList.contains("edit");
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const map = L.map(place, {
      attributionControl: false,
      scrollWheelZoom: false,
      doubleClickZoom: !edit,
      zoomAnimation: !still,
      fadeAnimation: !still,
      zoomSnap: 0.25,
    });
    place.setAttribute("role", "region");
    place.setAttribute("aria-label", place.dataset.label);
    const chosen = () => (edit ? boxes.filter((b) => b.checked).map((b) => b.value) : place.dataset.codes.split(" "));
    const paths = new Map();
    let busy = () => false;
    const districts = L.geoJSON(areas, {
      style: () => ({ className: "district" }),
      interactive: edit,
      onEachFeature: (feature, layer) => {
        paths.set(feature.properties.code, layer);
        layer.bindTooltip(feature.properties.name[language] || feature.properties.name.en || feature.properties.code, { permanent: true, direction: "center" });
        layer.on("click", () => {
          const box = boxes.find((b) => b.value === feature.properties.code);
          if (!busy() && box) {
            box.checked = !box.checked;
            box.dispatchEvent(new Event("change", { bubbles: true }));
          }
        });
      },
    }).addTo(map);
    map.fitBounds(districts.getBounds(), { animate: false });
    const shapes = L.layerGroup().addTo(map);
    const paint = () => {
      const codes = chosen();
      paths.forEach((layer, code) => layer.getElement().classList.toggle("chosen", codes.includes(code)));
    };
    paint();
    if (edit) {
      drawShapes(shapes, field.value);
      field.addEventListener("input", () => drawShapes(shapes, field.value));
      boxes.forEach((b) => b.addEventListener("change", paint));
      tools.hidden = false;
      busy = drawing(map, place);
    } else {
      drawShapes(shapes, place.dataset.shapes);
    }
  }

  /** How many people live in what is ticked, altogether and by language. */
  function sums() {
    const sum = document.querySelector(".sum");
    if (!sum) {
      return;
    }
    const number = new Intl.NumberFormat(language + "-u-nu-latn");
    const add = () => {
      const ticked = boxes.filter((b) => b.checked);
      const all = ticked.reduce((n, b) => n + Number(b.dataset.population), 0);
      sum.textContent = ticked.length ? sum.dataset.people.replace("{n}", number.format(all)) : "";
      const counted = ticked.length ? ticked : boxes;
      const people = counted.map((b) => JSON.parse(b.dataset.people));
      document.querySelectorAll("[data-language]").forEach((cell) => {
        cell.textContent = number.format(people.reduce((n, p) => n + (p[cell.dataset.language] || 0), 0));
      });
    };
    boxes.forEach((b) => b.addEventListener("change", add));
    add();
  }

  sums();
  if (window.L) {
    document.querySelectorAll(".map").forEach((place) => start(place));
  }
})();

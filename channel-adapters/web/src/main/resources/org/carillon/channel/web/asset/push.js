// Signs this browser up for alerts, changes and ends it. The page says all that matters without it.
(() => {
  'use strict';
  const section = document.getElementById('push');
  const form = document.getElementById('push-form');
  const status = document.getElementById('push-status');
  const base = form.dataset.base;
  const said = key => { status.textContent = form.dataset[key]; };

  document.getElementById('push-noscript').hidden = true;
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('caches' in window)) {
    document.getElementById('push-unable').hidden = false;
    return;
  }
  section.hidden = false;

  // Kept where the service worker finds it, too; it never leaves this browser but to the hub that gave it.
  const own = {
    async read() {
      const found = await (await caches.open('carillon')).match('/own');
      return found ? found.json() : null;
    },
    async write(value) {
      await (await caches.open('carillon')).put('/own', new Response(JSON.stringify(value)));
    },
    async erase() {
      await caches.delete('carillon');
    },
  };

  const call = (method, path, token, body) => fetch(base + '/push/v1' + path, {
    method,
    headers: Object.assign(
      { 'Content-Type': 'application/json' }, token ? { Authorization: 'Bearer ' + token } : {}),
    body: body ? JSON.stringify(body) : undefined,
    cache: 'no-store',
  });

  const ticked = name => [...form.querySelectorAll(`[name=${name}]:checked`)].map(input => input.value);

  const wishes = () => {
    const areas = ticked('area');
    return {
      languages: [...new Set([form.elements.language.value, form.elements.second.value])].filter(Boolean),
      areas: areas.length ? areas : ['ALL'],
      topics: ticked('topic'),
      level: ticked('level')[0],
      format: ticked('format')[0],
    };
  };

  const show = preferences => {
    const list = (name, values) =>
      form.querySelectorAll(`[name=${name}]`).forEach(input => { input.checked = values.includes(input.value); });
    form.elements.language.value = preferences.languages[0];
    form.elements.second.value = preferences.languages[1] || '';
    const all = form.querySelectorAll('[name=area]').length === preferences.areas.length;
    list('area', all ? [] : preferences.areas);
    list('topic', preferences.topics);
    list('level', [preferences.level]);
    list('format', [preferences.format]);
  };

  const mode = signedUp => {
    document.getElementById('push-own').hidden = !signedUp;
    document.getElementById('push-end').hidden = !signedUp;
    document.getElementById('push-consent').hidden = signedUp;
    document.getElementById('push-save').textContent = signedUp ? form.dataset.save : form.dataset.button;
  };

  const key = async () => {
    const text = (await (await call('GET', '/key')).json()).key.replace(/-/g, '+').replace(/_/g, '/');
    return Uint8Array.from(atob(text), c => c.charCodeAt(0));
  };

  const signUp = async () => {
    const consent = form.elements.consent;
    if (!consent.checked) {
      said('needConsent');
      consent.focus();
      return;
    }
    if (await Notification.requestPermission() !== 'granted') {
      said('denied');
      return;
    }
    await navigator.serviceWorker.register(base + '/sw.js', { scope: base + '/' });
    const worker = await navigator.serviceWorker.ready;
    const subscription = await worker.pushManager.getSubscription()
      || await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: await key() });
    const preferences = wishes();
    const answer = await call('POST', '/subscriptions', null,
      Object.assign({ subscription: subscription.toJSON(), consent: true }, preferences));
    const body = answer.ok ? await answer.json() : {};
    if (!body.manageToken) {
      await subscription.unsubscribe();
      throw new Error('not taken');
    }
    await own.write({ id: body.id, manageToken: body.manageToken, preferences });
    mode(true);
    said('done');
  };

  const save = async mine => {
    const preferences = wishes();
    const answer = await call('PATCH', '/subscriptions/' + mine.id, mine.manageToken, preferences);
    if (!answer.ok) {
      throw new Error('not taken');
    }
    await own.write(Object.assign(mine, { preferences }));
    said('saved');
  };

  const end = async () => {
    const mine = await own.read();
    const answer = await call('DELETE', '/subscriptions/' + mine.id, mine.manageToken);
    if (!answer.ok && answer.status !== 404) {
      throw new Error('not taken');
    }
    const worker = await navigator.serviceWorker.getRegistration(base + '/');
    const subscription = worker && await worker.pushManager.getSubscription();
    if (subscription) {
      await subscription.unsubscribe();
    }
    await own.erase();
    form.elements.consent.checked = false;
    mode(false);
    said('ended');
  };

  const doing = work => async event => {
    event.preventDefault();
    said('working');
    try {
      await work();
    } catch (e) {
      said('failed');
    }
  };

  form.addEventListener('submit', doing(async () => {
    const mine = await own.read();
    await (mine ? save(mine) : signUp());
  }));
  document.getElementById('push-end').addEventListener('click', doing(end));

  own.read().then(async mine => {
    if (!mine) {
      return;
    }
    const answer = await call('GET', '/subscriptions/' + mine.id, mine.manageToken);
    if (answer.status === 404 || answer.status === 401) {
      await own.erase();
      return;
    }
    mode(true);
    show(answer.ok ? await answer.json() : mine.preferences);
  }).catch(() => {});
})();

// Shows what the hub pushes, and keeps the hub told where this browser is.
'use strict';
const scope = self.registration.scope;
const root = scope.replace(/\/$/, '');

self.addEventListener('install', event => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

// Only pages of this hub, whatever a message says.
const page = url => (typeof url === 'string' && /^\/[^/\\]/.test(url) ? root + url : scope);

self.addEventListener('push', event => {
  let alert = {};
  try {
    alert = event.data.json();
  } catch (e) {
    // A browser takes the right away from who gets a message and shows nothing.
  }
  event.waitUntil(self.registration.showNotification(alert.title || new URL(scope).hostname, {
    body: alert.body || '',
    lang: alert.lang || '',
    dir: alert.dir || 'auto',
    tag: alert.tag || alert.id || 'carillon',
    renotify: true,
    requireInteraction: alert.severity === 'Extreme' || alert.severity === 'Severe',
    data: { url: page(alert.url) },
  }));
});

self.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data.url));
});

const call = (method, path, token, body) => fetch(root + '/push/v1' + path, {
  method,
  headers: Object.assign({ 'Content-Type': 'application/json' }, token ? { Authorization: 'Bearer ' + token } : {}),
  body: body ? JSON.stringify(body) : undefined,
});

// The browser's address changed: the new one takes over the wishes of the old one, which then ends.
self.addEventListener('pushsubscriptionchange', event => event.waitUntil((async () => {
  const cache = await caches.open('carillon');
  const found = await cache.match('/own');
  if (!found) {
    return;
  }
  const mine = await found.json();
  const text = (await (await call('GET', '/key')).json()).key.replace(/-/g, '+').replace(/_/g, '/');
  const subscription = event.newSubscription || await self.registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: Uint8Array.from(atob(text), c => c.charCodeAt(0)),
  });
  const answer = await call('POST', '/subscriptions', null,
    Object.assign({ subscription: subscription.toJSON(), consent: true }, mine.preferences));
  const body = answer.ok ? await answer.json() : {};
  if (body.manageToken) {
    await cache.put('/own', new Response(JSON.stringify(
      { id: body.id, manageToken: body.manageToken, preferences: mine.preferences })));
    if (body.id !== mine.id) {
      await call('DELETE', '/subscriptions/' + mine.id, mine.manageToken);
    }
  }
})()));

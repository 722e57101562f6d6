// A browser and a push service made of the reference libraries. One request per line on stdin, one answer per line on stdout.
'use strict';
const crypto = require('crypto');
const path = require('path');
const modules = path.join(process.argv[2], 'node_modules');
const ece = require(path.join(modules, 'http_ece'));
const jws = require(path.join(modules, 'jws'));
const webPush = require(path.join(modules, 'web-push'));
const vapid = require(path.join(modules, 'web-push/src/vapid-helper.js'));

const browser = crypto.createECDH('prime256v1');
browser.generateKeys();
const auth = crypto.randomBytes(16);

const pem = (point) =>
  crypto
    .createPublicKey({
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: point.subarray(1, 33).toString('base64url'),
        y: point.subarray(33).toString('base64url'),
      },
      format: 'jwk',
    })
    .export({ type: 'spki', format: 'pem' });

const requests = {
  keys: () => ({ p256dh: browser.getPublicKey('base64url'), auth: auth.toString('base64url') }),

  open: ({ body }) => ({
    payload: ece
      .decrypt(Buffer.from(body, 'base64url'), {
        version: 'aes128gcm',
        privateKey: browser,
        authSecret: auth.toString('base64url'),
      })
      .toString('utf8'),
  }),

  identify: ({ authorization, audience }) => {
    const [, token, key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization);
    vapid.validatePublicKey(key);
    const { header, payload } = jws.decode(token, { json: true });
    const claims = typeof payload === 'string' ? JSON.parse(payload) : payload;
    vapid.validateSubject(claims.sub);
    vapid.validateExpiration(claims.exp);
    const own = webPush.generateVAPIDKeys();
    const reference = vapid.getVapidHeaders(audience, claims.sub, own.publicKey, own.privateKey, 'aes128gcm', claims.exp);
    const [, referenceToken] = /^vapid t=([^,]+), ?k=(.+)$/.exec(reference.Authorization);
    return {
      signed: jws.verify(token, 'ES256', pem(Buffer.from(key, 'base64url'))),
      sameHeader: JSON.stringify(header) === JSON.stringify(jws.decode(referenceToken).header),
      sameClaims: jws.decode(referenceToken).payload.aud === claims.aud || JSON.parse(jws.decode(referenceToken).payload).aud === claims.aud,
      audience: claims.aud,
    };
  },

  encrypt: ({ p256dh, auth: secret, payload }) => {
    const { cipherText } = require(path.join(modules, 'web-push/src/encryption-helper.js')).encrypt(
      p256dh, secret, payload, 'aes128gcm');
    return { body: cipherText.toString('base64url') };
  },
};

require('readline')
  .createInterface({ input: process.stdin })
  .on('line', (line) => {
    const request = JSON.parse(line);
    let answer;
    try {
      answer = requests[request.do](request);
    } catch (e) {
      answer = { error: String(e) };
    }
    process.stdout.write(JSON.stringify(answer) + '\n');
  });

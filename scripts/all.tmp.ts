import { lookAtStates } from './looks/picture-states';
(async () => { for (const p of await lookAtStates('/tmp/states2')) console.log(p); })();

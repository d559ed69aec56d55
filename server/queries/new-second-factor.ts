import { renderSVG } from 'uqr';
import { newEnrolment } from '@/server/auth/enrolment';
import { enrolmentAddress } from '@/server/auth/time-codes';

/** What an authenticator shows beside the user name. */
const issuer = '年报';

export interface NewSecondFactor {
  /** What is sent back with the first code. */
  enrolment: string;
  /** Typed by whoever cannot take a picture: `ABCD EFGH …`. */
  secret: string;
  address: string;
  /** The address as a picture, SVG. */
  picture: string;
}

/** A secret to be put on a telephone. Nothing is written: it counts once a right code of it has come. */
export function loadNewSecondFactor(context: Parameters<typeof newEnrolment>[0]): NewSecondFactor {
  const { secret, enrolment } = newEnrolment(context);
  const address = enrolmentAddress({ secret, username: context.actor.username, issuer });
  return { enrolment, secret: secret.replace(/(.{4})(?=.)/g, '$1 '), address, picture: renderSVG(address, { ecc: 'M', pixelSize: 4 }) };
}

import { itKeepsItsExamples } from '../testing/it-keeps-its-examples';
import { qCum } from './q-cum';

itKeepsItsExamples(qCum);

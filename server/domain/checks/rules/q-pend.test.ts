import { itKeepsItsExamples } from '../testing/it-keeps-its-examples';
import { qPend } from './q-pend';

itKeepsItsExamples(qPend);

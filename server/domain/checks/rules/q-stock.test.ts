import { itKeepsItsExamples } from '../testing/it-keeps-its-examples';
import { qStock } from './q-stock';

itKeepsItsExamples(qStock);

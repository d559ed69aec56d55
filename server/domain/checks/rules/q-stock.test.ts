import { testRuleExamples } from '../testing/it-keeps-its-examples';
import { qStock } from './q-stock';

testRuleExamples(qStock);

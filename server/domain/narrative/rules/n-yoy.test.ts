import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nYoy } from './n-yoy';

testRuleExamples(nYoy);
